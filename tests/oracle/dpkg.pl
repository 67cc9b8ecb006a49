# Dpkg::Version, the Perl implementation of dpkg itself.
use strict;
use warnings;
use Dpkg::Version;

while (my $line = <STDIN>) {
    chomp $line;
    my ($first, $second) = map { Dpkg::Version->new($_) } split /\t/, $line, 2;
    print $first->is_valid && $second->is_valid ? $first <=> $second : 'ERR', "\n";
}
