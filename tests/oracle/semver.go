// golang.org/x/mod/semver. Its versions begin with a v, which may be left out here.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/semver"
)

func withV(version string) string {
	if strings.HasPrefix(version, "v") {
		return version
	}
	return "v" + version
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	verdicts := bufio.NewWriter(os.Stdout)
	defer verdicts.Flush()
	for lines.Scan() {
		first, second, _ := strings.Cut(lines.Text(), "\t")
		first, second = withV(first), withV(second)
		if semver.IsValid(first) && semver.IsValid(second) {
			fmt.Fprintln(verdicts, semver.Compare(first, second))
		} else {
			fmt.Fprintln(verdicts, "ERR")
		}
	}
}
