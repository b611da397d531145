#!/bin/bash -eu
# Compiles the targets in stac-generator-core/src/test/java/io/stacgenerator/fuzz and writes a launcher for each, as OSS-Fuzz asks.
mvn -B -q test-compile -pl stac-generator-core -am -Denforcer.skip -Dspotless.check.skip </dev/null
cd stac-generator-core
mvn -B -q dependency:copy-dependencies -DincludeScope=test -DoutputDirectory="$OUT/lib" </dev/null
cp -r target/classes "$OUT/classes"
cp -r target/test-classes "$OUT/test-classes"

seeds=$(mktemp -d)
java -cp "$OUT/classes:$OUT/test-classes:$OUT/lib/*" io.stacgenerator.fuzz.Seeds "$seeds"
for target in "$seeds"/*; do (cd "$target" && jar cMf "$OUT/$(basename "$target")_seed_corpus.zip" .); done

for source in src/test/java/io/stacgenerator/fuzz/*Fuzzer.java; do
  target=$(basename -s .java "$source")
  cat >"$OUT/$target" <<EOF
#!/bin/bash
# LLVMFuzzerTestOneInput for fuzzer detection.
this_dir=\$(dirname "\$0")
LD_LIBRARY_PATH="\$JVM_LD_LIBRARY_PATH":\$this_dir \
\$this_dir/jazzer_driver --agent_path=\$this_dir/jazzer_agent_deploy.jar \
  --cp=\$this_dir/classes:\$this_dir/test-classes:\$(echo "\$this_dir"/lib/*.jar | tr ' ' ':') \
  --target_class=io.stacgenerator.fuzz.$target --jvm_args="-Xmx1500m" \$@
EOF
  chmod u+x "$OUT/$target"
done
