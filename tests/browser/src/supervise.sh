# Runs a program that must not outlive the test process, however that ends: the test process holds the other end of
# standard input. Who writes `keep` there keeps the folder. Arguments: a folder to remove at the end (may be empty), then the program with its arguments.
folder=$1
shift
"$@" </dev/null &
# From here on only the program holds standard output, so that its end can be read there.
exec >&-
read -r word
# The process group: the program, the browser it started, and this shell.
trap '' TERM
kill -TERM 0
sleep 1
[ "$word" = keep ] || [ -z "$folder" ] || rm -rf -- "$folder"
kill -KILL 0
