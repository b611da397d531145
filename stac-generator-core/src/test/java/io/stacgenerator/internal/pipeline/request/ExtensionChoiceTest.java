package io.stacgenerator.internal.pipeline.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.Fault;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StacVersion;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.StacExtension;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExtensionChoiceTest {

    private static final StacExtension EO = new Named(
            "eo",
            Set.of("Electro-Optical"),
            "https://example.com/eo/v1.1.0/schema.json",
            "https://example.com/eo/v2.0.0/schema.json");
    private static final StacExtension ACME =
            new Named("acme", Set.of(), "https://example.com/acme.json", "https://example.com/acme.json");
    private static final ExtensionChoice CHOICE = new ExtensionChoice(List.of(EO, ACME));

    @Test
    void noNameChoosesAll() {
        assertThat(CHOICE.choose(List.of())).containsExactly(EO, ACME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eo",
                "EO",
                " eo ",
                "electro-optical",
                "ELECTRO-optical",
                "eo@v2.0.0",
                "eo@2.0.0",
                "eo/v2.0.0",
                "eo@1.1.0",
                "electro-optical@v2.0.0",
                "https://example.com/eo/v2.0.0/schema.json",
                "HTTPS://example.com/EO/v2.0.0/schema.json",
                "https://example.com/eo/v1.1.0/schema.json"
            })
    void nameAliasVersionAndUriChooseOne(String name) {
        assertThat(CHOICE.choose(List.of(name))).containsExactly(EO);
    }

    @Test
    void chosenOnesKeepTheOrderOfInstallationAndComeOnce() {
        assertThat(CHOICE.choose(List.of("acme", "eo", "electro-optical"))).containsExactly(EO, ACME);
    }

    @Test
    void unknownOnesAreReportedAtOnceWithThoseInstalled() {
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> CHOICE.choose(List.of("sar", "eo", "eo@v1.0.0", "")))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_EXTENSION))
                .satisfies(e -> assertThat(e.faults())
                        .containsExactly(
                                new Fault("/extensions/0", "'sar' is not installed, expected one of eo@2.0.0, acme"),
                                new Fault(
                                        "/extensions/2",
                                        "'eo@v1.0.0' is not installed, expected one of eo@2.0.0, acme, did you mean eo@1.1.0?"),
                                new Fault("/extensions/3", "'' is not installed, expected one of eo@2.0.0, acme")));
    }

    @ParameterizedTest
    @CsvSource({"amce, acme", "Acmee, acme", "electro-opticle, Electro-Optical", "q, ''", "nothing, ''"})
    void aNameThatIsMisspelledGetsTheOneThatIsMeant(String name, String meant) {
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> CHOICE.choose(List.of(name)))
                .satisfies(e -> assertThat(e.faults().get(0).message())
                        .endsWith(meant.isEmpty() ? "acme" : "acme, did you mean %s?".formatted(meant)));
    }

    private record Named(String id, Set<String> aliases, String oldUri, String uri) implements StacExtension {

        @Override
        public String schemaUri(StacVersion version) {
            return version == StacVersion.V1_0_0 ? oldUri : uri;
        }

        @Override
        public void apply(ItemDraft item, GenerationContext context) {}
    }
}
