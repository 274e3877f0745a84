# Runs a program that must not outlive the test process. The test process holds the other end of standard input, which is
# closed however it ends; the line `keep` on it keeps the folder.
# Arguments: a folder to remove at the end (may be empty), then the program with its arguments.
folder=$1
shift
"$@" </dev/null &
# Leaves standard output to the program alone, so that the reader sees when it ends.
exec >&-
read -r word
# The process group is the program, the browser it started, and this shell.
trap '' TERM
kill -TERM 0
sleep 1
[ "$word" = keep ] || [ -z "$folder" ] || rm -rf -- "$folder"
kill -KILL 0
