package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DescribeCommandTest {

    @Test
    void printsAnAlignedTableOfServices() {
        List<String> lines = Run.of("describe").out().lines().toList();
        int classColumn = lines.get(0).indexOf("CLASS");
        assertThat(lines.get(0)).matches("KIND +ID +ORDER +CLASS +FROM");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("StacExtension "))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("io.stacgenerator.", classColumn))
                .allMatch(line -> line.matches("(\\S+ +){4}\\S+"));
    }

    @Test
    void printsJson() {
        assertThat(Run.of("describe", "--json").json())
                .containsOnlyKeys("services", "broken", "missing")
                .extractingByKey("services")
                .asInstanceOf(LIST)
                .extracting("kind", "id")
                .contains(tuple("StacExtension", "proj"));
    }
}
