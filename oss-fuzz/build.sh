#!/bin/bash -eu
# Compiles the targets in stac-generator-core/src/test/java/io/stacgenerator/fuzz and writes a launcher for each, as OSS-Fuzz asks.
mvn -B -q test-compile -pl stac-generator-core -am -Denforcer.skip -Dspotless.check.skip </dev/null
cd stac-generator-core
# The driver of OSS-Fuzz brings Jazzer, in a version of its own.
mvn -B -q dependency:copy-dependencies -DincludeScope=test -DexcludeGroupIds=com.code-intelligence \
  -DoutputDirectory="$OUT/lib" </dev/null
cp -r target/classes "$OUT/classes"
cp -r target/test-classes "$OUT/test-classes"

seeds=$(mktemp -d)
"$JAVA_HOME/bin/java" -cp "$OUT/classes:$OUT/test-classes:$OUT/lib/*" io.stacgenerator.fuzz.Seeds "$seeds"
for target in "$seeds"/*; do (cd "$target" && "$JAVA_HOME/bin/jar" cMf "$OUT/$(basename "$target")_seed_corpus.zip" .); done

for source in src/test/java/io/stacgenerator/fuzz/*Fuzzer.java; do
  target=$(basename -s .java "$source")
  cat >"$OUT/$target" <<EOF
#!/bin/bash
# LLVMFuzzerTestOneInput for fuzzer detection.
this_dir=\$(dirname "\$0")
if [[ "\$@" =~ (^| )-runs=[0-9]+($| ) ]]; then
  mem_settings='-Xmx1900m:-Xss900k'
else
  mem_settings='-Xmx2048m:-Xss1024k'
fi
LD_LIBRARY_PATH="\$JVM_LD_LIBRARY_PATH":\$this_dir \
\$this_dir/jazzer_driver --agent_path=\$this_dir/jazzer_agent_deploy.jar \
  --cp=\$this_dir/classes:\$this_dir/test-classes:\$(echo "\$this_dir"/lib/*.jar | tr ' ' ':') \
  --target_class=io.stacgenerator.fuzz.$target --jvm_args="\$mem_settings" \$@
EOF
  chmod u+x "$OUT/$target"
done
