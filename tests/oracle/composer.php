<?php
// composer/semver: both normalised, as Composer keeps them, and then compared. Of two different branches neither is higher.
require '/usr/share/php/Composer/Semver/autoload.php';

use Composer\Semver\Comparator;
use Composer\Semver\VersionParser;

$parser = new VersionParser();
while (($line = fgets(STDIN)) !== false) {
    [$first, $second] = explode("\t", rtrim($line, "\n"));
    try {
        $a = $parser->normalize($first);
        $b = $parser->normalize($second);
        echo Comparator::greaterThan($a, $b) <=> Comparator::lessThan($a, $b), "\n";
    } catch (UnexpectedValueException $invalid) {
        echo "ERR\n";
    }
}
