# What both launchers share: that of the distribution, and that in the root of the sources. They set class_path and archive.

main_class=io.stacgenerator.cli.Main

fail() {
  printf 'stac-generator: %s\n' "$1" >&2
  exit 2
}

java_needed() {
  fail "$1; install Java 17 or newer (Debian, Ubuntu: apt-get install $2; Fedora: dnf install $3; macOS: brew install openjdk@17)"
}

runtime_needed() {
  java_needed "$1" openjdk-17-jre-headless java-17-openjdk-headless
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || runtime_needed "JAVA_HOME is $JAVA_HOME, where there is no bin/java"
  else
    java=$(command -v java) || runtime_needed 'there is no java on the PATH'
    java=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
  fi
  java_text=$(java_version)
  java_major=$(printf '%s\n' "$java_text" | sed -n 's/.*[Vv][Ee][Rr][Ss][Ii][Oo][Nn][= ]*"\(1\.\)\{0,1\}\([0-9]*\).*/\2/p')
  [ "${java_major:-0}" -ge 17 ] || runtime_needed "$java is Java ${java_major:-of unknown version}"
}

# Reading the release file of a JDK spares starting a JVM.
java_version() {
  grep '^JAVA_VERSION=' "${java%/bin/java}/release" 2>/dev/null || "$java" -version 2>&1
}

# An archive of the classes that one run has loaded spares a third of the start. Where none can be made an empty file stands in,
# which the JVM passes over, so that it is not tried again.
archive_classes() {
  work=$(mktemp -d)
  (
    trap 'rm -rf "$work"' EXIT
    train </dev/null >/dev/null 2>&1 || : >"$work/archive"
    cp "$work/archive" "$archive.$$" && mv "$archive.$$" "$archive"
  )
}

train() {
  main_class=io.stacgenerator.cli.Training
  if has_aot_cache; then
    (run "-XX:AOTCacheOutput=$work/archive" "$work/training") && [ -e "$work/archive" ]
  else
    (run "-XX:DumpLoadedClassList=$work/classes" "$work/training") &&
      "$java" -Xshare:dump -XX:+UseG1GC "-XX:SharedClassListFile=$work/classes" "-XX:SharedArchiveFile=$work/archive" \
        -cp "$class_path"
  fi
}

# Java 25 makes the archive in one run (JEP 514), and keeps in it how the classes are linked.
has_aot_cache() {
  [ "$java_major" -ge 25 ]
}

run_archived() {
  if has_aot_cache; then
    run "-XX:AOTCache=$archive" "$@"
  else
    run "-XX:SharedArchiveFile=$archive" "$@"
  fi
}

# The second compiler takes some 28 CPU s to have all of the generator. That pays in a service, where a batch reads pixels or whole
# files, and above about 150,000 requests, which are some 20 MB.
takes_long() {
  case ${1:-} in
    serve | worker) return 0 ;;
    batch) ;;
    *) return 1 ;;
  esac
  ! grep -Eqs '[=: ](approximate|exact|data) *$|checksum' "${STAC_GENERATOR_CONFIG:-/dev/null}" || return 0
  for word in "$@"; do
    case $word in
      approximate | exact | data | --checksum | --*=approximate | --*=exact | --*=data) return 0 ;;
    esac
    # Within $( ), /dev/stdout would be the pipe that is read here, which never ends.
    [ ! -f "$word" ] || { [ "$(wc -c)" -lt 20000000 ]; } <"$word" || return 0
  done
  return 1
}

# The JVM would write its warnings to stdout, which is for items.
run() {
  class_option=$1
  shift
  natives=
  [ "$java_major" -lt 22 ] || natives='--enable-native-access=ALL-UNNAMED'
  [ "$java_major" -lt 24 ] || natives="$natives --sun-misc-unsafe-memory-access=allow"
  terminal=false
  columns=80
  if [ -t 2 ]; then
    terminal=true
    columns=$(stty size <&2 2>/dev/null) && columns=${columns#* } || columns=80
  fi
  # Java takes names of files from the locale; the POSIX one knows ASCII alone.
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX) export LC_ALL=C.UTF-8 ;;
  esac
  # Collecting beside the work, in short pauses, pays where others wait for it. Elsewhere the heap starts small, for it grows with
  # what lives, which is 16 MB in a batch: the JVM would begin with a sixty-fourth of the memory of the machine, and fill that
  # with garbage. A percentage, since -Xms must not be above an -Xmx of STAC_GENERATOR_JAVA_OPTS.
  case ${1:-} in
    serve | worker) tuning='-XX:+UseG1GC -XX:MaxGCPauseMillis=20' ;;
    *) tuning='-XX:+UseSerialGC -XX:InitialRAMPercentage=0.2' ;;
  esac
  takes_long "$@" || tuning="$tuning -XX:TieredStopAtLevel=1"
  # shellcheck disable=SC2086 # options are words
  exec "$java" $tuning "$class_option" \
    -Xlog:disable $natives -Dstac-generator.command="$0" -Dstac-generator.terminal="$terminal" -Dstac-generator.columns="$columns" \
    ${demo:+"-Dstac-generator.demo=$demo"} ${STAC_GENERATOR_JAVA_OPTS:-} \
    -cp "$class_path" "$main_class" "$@"
}
