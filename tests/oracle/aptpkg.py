# libapt-pkg, which compares any two texts.
import sys

import apt_pkg

apt_pkg.init_system()
for line in sys.stdin:
    first, second = line.rstrip("\n").split("\t")
    order = apt_pkg.version_compare(first, second)
    print((order > 0) - (order < 0))
