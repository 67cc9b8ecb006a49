# Gem::Version, as RubyGems compares.
require 'rubygems'

$stdin.each_line do |line|
  first, second = line.chomp.split("\t", -1)
  begin
    puts Gem::Version.new(first) <=> Gem::Version.new(second)
  rescue ArgumentError
    puts 'ERR'
  end
end
