package io.stacgenerator.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "redis://host | redis | false | - | - | host:6379 | '' | 0",
                "redis://host/ | redis | false | - | - | host:6379 | '' | 0",
                "rediss://host:6380/2 | redis | true | - | - | host:6380 | '' | 2",
                "redis://:p%40ss+w@host | redis | false | - | p@ss+w | host:6379 | '' | 0",
                "redis://stac:secret@10.0.0.1:1 | redis | false | stac | secret | 10.0.0.1:1 | '' | 0",
                "redis-cluster://a,b:7000 | redis-cluster | false | - | - | a:6379,b:7000 | '' | 0",
                "rediss-cluster://stac:secret@a | redis-cluster | true | stac | secret | a:6379 | '' | 0",
                "redis-sentinel://a,b:1/mymaster | redis-sentinel | false | - | - | a:26379,b:1 | mymaster | 0",
                "rediss-sentinel://u:p@a/m/3 | redis-sentinel | true | u | p | a:26379 | m | 3"
            })
    void readsEachForm(
            String text,
            String form,
            boolean tls,
            String user,
            String password,
            String hosts,
            String master,
            int database) {
        assertThat(RedisUrl.parse(text))
                .returns(form, RedisUrl::form)
                .returns(tls, RedisUrl::tls)
                .returns(user, RedisUrl::user)
                .returns(password, RedisUrl::password)
                .returns(hosts, RedisUrl::toString)
                .returns(master, RedisUrl::master)
                .returns(database, RedisUrl::database);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host",
                "http://stac:secret@host",
                "redis://stac:secret@",
                "redis://stac:secret@a,b",
                "redis://stac:secret@host/zero",
                "redis-cluster://stac:secret@a/1",
                "redis-sentinel://stac:secret@a",
                "redis+tls://stac:secret@host"
            })
    void refusesAnyOtherWithoutRevealingThePassword(String text) {
        assertThatThrownBy(() -> RedisUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redis-cluster://")
                .hasMessageNotContaining("secret");
    }
}
