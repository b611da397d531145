package io.stacgenerator.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.stacgenerator.StacVersion;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobQueueOptions;
import io.stacgenerator.spi.Dataset;
import io.stacgenerator.spi.DatasetReader;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.MetadataParser;
import io.stacgenerator.spi.RasterReader;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.sink.StagedFile;
import io.stacgenerator.spi.sink.StorageCalls;
import io.stacgenerator.spi.sink.StorageTarget;
import io.stacgenerator.spi.sink.StoredFile;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A service that does nothing, with examples of nothing, does not pass its contract. */
final class HollowContractsTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                HollowDatasetReader.class,
                HollowExtension.class,
                HollowParser.class,
                HollowQueue.class,
                HollowReader.class,
                HollowRegistration.class,
                HollowStorage.class,
                HollowTarget.class
            })
    void contractRunsAndFails(Class<?> contract) {
        TestExecutionSummary summary = run(contract);
        assertThat(summary.getTestsStartedCount()).isPositive();
        assertThat(summary.getTestsFailedCount()).isPositive();
    }

    @Test
    void contractThatIsKeptRunsAndPasses() {
        TestExecutionSummary summary = run(InMemoryStorageResolverTest.class);
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(30);
        assertThat(summary.getFailures()).isEmpty();
    }

    private static TestExecutionSummary run(Class<?> contract) {
        Launcher launcher = LauncherFactory.create();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        launcher.execute(request().selectors(selectClass(contract)).build(), listener);
        return listener.getSummary();
    }

    static final class HollowExtension extends StacExtensionContract {

        @Override
        protected StacExtension extension() {
            return new StacExtension() {

                @Override
                public String id() {
                    return "hollow";
                }

                @Override
                public String schemaUri(StacVersion version) {
                    return "https://example.com/hollow/v1.0.0/schema.json";
                }

                @Override
                public void apply(ItemDraft item, GenerationContext context) {}
            };
        }

        @Override
        protected String example() {
            return "{}";
        }
    }

    static final class HollowParser extends MetadataParserContract {

        @Override
        protected MetadataParser parser() {
            return new MetadataParser() {

                @Override
                public String id() {
                    return "hollow";
                }

                @Override
                public boolean supports(MetadataDocument document, @Nullable String provider) {
                    return false;
                }

                @Override
                public Map<String, Object> parse(MetadataDocument document, GenerationContext context) {
                    return Map.of();
                }
            };
        }

        @Override
        protected String fileName() {
            return "hollow.txt";
        }

        @Override
        protected byte[] example() {
            return new byte[0];
        }
    }

    static final class HollowQueue extends JobQueueContract {

        @Override
        protected JobQueue create(JobQueueOptions options) {
            return (JobQueue) Proxy.newProxyInstance(
                    JobQueue.class.getClassLoader(), new Class<?>[] {JobQueue.class}, (proxy, method, args) -> {
                        throw new UnsupportedOperationException(method.getName());
                    });
        }
    }

    static final class HollowDatasetReader extends DatasetReaderContract {

        @Override
        protected DatasetReader reader() {
            return new DatasetReader() {

                @Override
                public String id() {
                    return "hollow";
                }

                @Override
                public boolean recognizes(ByteBuffer head, StorageObject object) {
                    return false;
                }

                @Override
                public Dataset read(StorageObject object, GenerationContext context) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Override
        protected byte[] example() {
            return new byte[] {1};
        }
    }

    static final class HollowReader extends RasterReaderContract {

        @Override
        protected RasterReader reader() {
            return new RasterReader() {

                @Override
                public String id() {
                    return "hollow";
                }

                @Override
                public boolean recognizes(ByteBuffer head, StorageObject object) {
                    return false;
                }

                @Override
                public Raster open(StorageObject object, GenerationContext context) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Override
        protected byte[] example() {
            return new byte[] {1};
        }
    }

    static final class HollowRegistration extends ServiceRegistrationContract {

        @Override
        protected Path classesFolder() {
            return Path.of("target", "no-such-folder");
        }
    }

    static final class HollowStorage extends StorageResolverContract {

        @Override
        protected StorageResolver resolver() {
            return new StorageResolver() {

                @Override
                public String id() {
                    return "hollow";
                }

                @Override
                public boolean supports(String href) {
                    return false;
                }

                @Override
                public String publicHref(String href) {
                    return href;
                }

                @Override
                public StorageObject open(String href, StorageContext context) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Override
        protected String put(String name, byte[] content) {
            return "";
        }

        @Override
        protected String missing() {
            return "";
        }
    }

    static final class HollowTarget extends StorageTargetContract {

        @Override
        protected StorageTarget target() {
            return new StorageTarget() {

                @Override
                public String id() {
                    return "hollow";
                }

                @Override
                public boolean supports(String href) {
                    return false;
                }

                @Override
                public Optional<StoredFile> read(String href, StorageCalls calls) {
                    return Optional.empty();
                }

                @Override
                public StagedFile create(String href, @Nullable String replaced, StorageCalls calls) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Override
        protected String href(String path) {
            return "hollow:" + path;
        }
    }
}
