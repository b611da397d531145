package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestJsonTest {

    private static final String FULL = """
            {"source":"manual","provider":"planet","collection":"c.json","itemId":"scene-1",\
            "assetPaths":["b1.tif","b2.tif"],"metadataPaths":["m.json"],"metadataOptional":true,"extensions":["eo"]}""";

    @Test
    void everyMemberIsReadAndWritten() {
        GenerationRequest request = GenerationRequest.fromJson(FULL);

        assertThat(request)
                .isEqualTo(GenerationRequest.builder()
                        .source(Source.MANUAL)
                        .provider("planet")
                        .collection("c.json")
                        .itemId("scene-1")
                        .assetPaths("b1.tif", "b2.tif")
                        .metadataPaths("m.json")
                        .metadataOptional(true)
                        .extensions("eo")
                        .build());
        assertThat(request.toJson()).isEqualTo(FULL);
    }

    @Test
    void writtenRequestIsReadAsTheSame() {
        GenerationRequest request = GenerationRequest.builder()
                .assetPaths("https://example.com/a \"b\"\n日本.tif?sig=a%2Bb&se=1")
                .build();

        assertThat(GenerationRequest.fromJson(request.toJson())).isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'assetPaths':['a.tif']}",
                "{'assetPaths':['a.tif'],'source':null,'provider':null,'collection':null,'itemId':null}",
                "{'assetPaths':['a.tif'],'metadataPaths':null,'extensions':null}",
                "{'assetPaths':['a.tif'],'metadataPaths':[],'extensions':[]}",
                "{'assetPaths':['a.tif'],'assets':[]}",
                "{'assetPaths':['a.tif'],'assets':null}",
                "{'assets':[],'assetPaths':['a.tif']}",
                "{'assetPaths':[],'assets':[{'href':'a.tif'}]}",
                "{'assets':[{'href':'a.tif'}],'assetPaths':[]}",
                "{'assets':[{'href':'a.tif'}],'assetPaths':null}",
                " {'extensions':[],'source':'Automatic','assetPaths':['a.tif']} ",
                "\uFEFF{'assetPaths':['a.tif']}"
            })
    void whatIsAbsentOrNullHasItsDefault(String json) {
        assertThat(read(json))
                .isEqualTo(GenerationRequest.builder().assetPaths("a.tif").build());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("{}", "/assetPaths is empty, expected the href of at least one asset"),
                arguments("{'assetPaths':[]}", "/assetPaths is empty, expected the href of at least one asset"),
                arguments(
                        "{'assetPaths':[],'assets':[]}",
                        "/assetPaths is empty, expected the href of at least one asset"),
                arguments("{'assetPaths':null}", "/assetPaths is empty, expected the href of at least one asset"),
                arguments("{'assetPaths':'a.tif'}", "/assetPaths is a string, expected a list of strings"),
                arguments("{'assetPaths':{}}", "/assetPaths is an object, expected a list of strings"),
                arguments("{'assetPaths':[7]}", "/assetPaths/0 is the number 7, expected a string"),
                arguments("{'assetPaths':[null]}", "/assetPaths/0 is null, expected a string"),
                arguments("{'assetPaths':['a',[]]}", "/assetPaths/1 is a list, expected a string"),
                arguments("{'assetPaths':['']}", "/assetPaths/0 is an empty string, leave it out or give a value"),
                arguments("{'assetPaths':['a','a']}", "/assetPaths/1 is given twice, leave it out"),
                arguments("{'assetPaths':['a'],'extensions':true}", "/extensions is true, expected a list of strings"),
                arguments("{'assetPaths':['a'],'itemId':1.5}", "/itemId is the number 1.5, expected a string"),
                arguments("{'assetPaths':['a'],'provider':{}}", "/provider is an object, expected a string"),
                arguments("{'assetPaths':['a'],'source':'robot'}", "/source is 'robot', expected automatic or manual"),
                arguments("{'assetPaths':['a'],'source':''}", "/source is '', expected automatic or manual"),
                arguments(
                        "{'assetPaths':['a'],'asset/~Paths':[]}",
                        "/asset~1~0Paths is not a member of a request, expected one of source, provider, collection,"
                                + " itemId, assetPaths, assets, metadataPaths, metadataOptional, extensions, options"));
    }

    @ParameterizedTest
    @MethodSource
    void faults(String json, String fault) {
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> read(json))
                .withMessage("invalid request: " + fault)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                .satisfies(e -> assertThat(e.faults()).hasSize(1));
    }

    @Test
    void allFaultsAreReportedAtOnce() {
        assertThat(refused("{'surce':'manual','provider':5,'itemId':'a/b','assetPaths':[],'metadataPaths':['']}")
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/surce", "/provider", "/itemId", "/metadataPaths/0", "/assetPaths");
    }

    @Test
    void faultsBehindAnElementOfAWrongTypeKeepTheirPointers() {
        assertThat(refused("{'assetPaths':[5,'a','','a']}").faults())
                .extracting(Fault::pointer)
                .containsExactly("/assetPaths/0", "/assetPaths/2", "/assetPaths/3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'assetPaths':'https://u:secret@example.com/a.tif?sig=secret'}",
                "{'assetPaths':['https://example.com?sig=secret','https://example.com?sig=secret']}",
                "{'assetPaths':['a'],'collection':['https://example.com/c.json?sig=secret']}",
                "'secret'",
                "['https://example.com/a.tif?sig=secret']",
                "{'assetPaths':['https://example.com/a.tif?sig=secret'}"
            })
    void errorsShowNoHref(String json) {
        assertThat(refused(json)).hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                       | request is not JSON: the text is empty in line 1, column 1",
                "[]                       | request is a list, expected a JSON object",
                "null                     | request is null, expected a JSON object",
                "'a.tif'                  | request is a string, expected a JSON object",
                "{} {}                    | request is not JSON: text after the value in line 1, column 4",
                "{'source':'manual',}     | request is not JSON: Unexpected character ('}' (code 125))"
            })
    void whatIsNotAnObjectIsRefused(String json, String start) {
        assertThat(refused(json)).hasMessageStartingWith(start);
    }

    @Test
    void memberGivenTwiceIsRefused() {
        assertThat(refused("{'assetPaths':['a'],\n'assetPaths':['b']}"))
                .hasMessageContaining("Duplicate Object property \"assetPaths\"")
                .hasMessageContaining("line 2");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(refused("{'assetPaths':" + "[".repeat(100_000)))
                .hasMessageContaining("nesting depth (201) exceeds the maximum allowed (200)");
    }

    private static GenerationRequest read(String json) {
        return GenerationRequest.fromJson(json.replace('\'', '"'));
    }

    private static StacGeneratorException refused(String json) {
        StacGeneratorException e = catchThrowableOfType(StacGeneratorException.class, () -> read(json));
        assertThat(e).isNotNull();
        assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        return e;
    }
}
