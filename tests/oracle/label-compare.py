# rpm's own labelCompare, which compares any three texts.
import sys

import rpm


def label(text):
    epoch, colon, rest = text.rpartition(":")
    version, hyphen, release = rest.rpartition("-")
    return (epoch or "0", version, release) if hyphen else (epoch or "0", rest, None)


for line in sys.stdin:
    print(rpm.labelCompare(*map(label, line.rstrip("\n").split("\t"))))
