"""Reads every XML feed below a folder as feedparser does, and prints what it thinks of each: one JSON object."""

import json
import pathlib
import sys

import feedparser

folder = pathlib.Path(sys.argv[1])
seen = {}
for path in sorted(folder.rglob("*.xml")):
    feed = feedparser.parse(path.read_bytes())
    problem = str(feed.bozo_exception) if feed.bozo else ""
    entries = [[entry.id, entry.link] for entry in feed.entries]
    seen[path.relative_to(folder).as_posix()] = {"problem": problem, "version": feed.version, "entries": entries}
print(json.dumps(seen))
