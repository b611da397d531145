package io.stacgenerator.pgstac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatabaseUrlTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("PGUSER", "env", "PGPASSWORD", "fr0m-env");

    @ParameterizedTest
    @CsvSource({
        "postgresql://db:5432/stac, env, fr0m-env, postgresql://db:5432/stac",
        "postgres://ann@db/stac, ann, fr0m-env, postgresql://db/stac",
        "postgresql://ann:p%40ss%3A+word@db/stac, ann, p@ss:+word, postgresql://db/stac",
        "jdbc:postgresql://db/stac?user=bob&password=x%26y, bob, x&y, postgresql://db/stac",
        "postgresql:stac, env, fr0m-env, postgresql:stac",
        "'postgresql://a:1,b:2/stac?sslmode=require', env, fr0m-env, 'postgresql://a:1,b:2/stac'"
    })
    void userAndPasswordAreKeptOutOfTheName(String target, String user, String password, String name) {
        DatabaseUrl url = DatabaseUrl.of(target, ENVIRONMENT);
        assertThat(url.properties()).containsEntry("user", user).containsEntry("password", password);
        assertThat(url.name()).isEqualTo(name);
        assertThat(url.jdbc()).isEqualTo("jdbc:" + name);
    }

    @Test
    void optionsOfTheDriverAreKept() {
        DatabaseUrl url = DatabaseUrl.of("postgresql://db/stac?sslmode=require&socketTimeout=5", Map.of());
        assertThat(url.properties())
                .containsEntry("sslmode", "require")
                .containsEntry("socketTimeout", "5")
                .containsEntry("connectTimeout", "10")
                .doesNotContainKey("password");
    }

    @Test
    void whatIsNotADatabaseIsRefusedWithoutItsPassword() {
        assertThatThrownBy(() -> DatabaseUrl.of("mysql://ann:s3cr3t@db/stac", Map.of()))
                .hasMessageContaining("expected postgresql://host/name")
                .hasMessageNotContaining("s3cr3t");
    }
}
