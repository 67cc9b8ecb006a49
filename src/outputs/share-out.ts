interface Share<Piece> {
  size: number;
  readonly pieces: Piece[];
}

/** Shares out pieces of work so that all have about as much to do: the largest pieces first, each to whoever has least. */
export function shareOut<Piece>(
  pieces: readonly Piece[],
  sizeOf: (piece: Piece) => number,
  shares: number,
): Piece[][] {
  const count = Math.min(shares, pieces.length);
  const shared = Array.from({ length: count }, (): Share<Piece> => ({ size: 0, pieces: [] }));
  for (const piece of pieces.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    const least = shared.reduce((one, other) => (other.size < one.size ? other : one));
    least.size += sizeOf(piece);
    least.pieces.push(piece);
  }
  return shared.map((share) => share.pieces);
}

/** Cuts a row of pieces where a slice would become larger than `most`: each has one piece at least. */
export function slice<Piece>(
  pieces: readonly Piece[],
  sizeOf: (piece: Piece) => number,
  most: number,
): Piece[][] {
  const slices: Share<Piece>[] = [];
  for (const piece of pieces) {
    const size = sizeOf(piece);
    const last = slices.at(-1);
    if (last === undefined || last.size + size > most) slices.push({ size, pieces: [piece] });
    else {
      last.size += size;
      last.pieces.push(piece);
    }
  }
  return slices.map((one) => one.pieces);
}
