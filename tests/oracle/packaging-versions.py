# packaging, the implementation that pip uses.
import sys

from packaging.version import InvalidVersion, Version

for line in sys.stdin:
    try:
        first, second = map(Version, line.rstrip("\n").split("\t"))
        print((first > second) - (first < second))
    except InvalidVersion:
        print("ERR")
