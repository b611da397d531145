package io.stacgenerator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.GenerationResult;
import io.stacgenerator.StacGeneratorException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class JobWorkerTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final InMemoryJobQueue queue = new InMemoryJobQueue(JobQueueOptions.builder()
            .lease(Duration.ofMillis(300))
            .maxAttempts(1)
            .build());

    /** Whose leases last longer than any thread waits for a processor. */
    private final InMemoryJobQueue patient =
            new InMemoryJobQueue(JobQueueOptions.builder().maxAttempts(1).build());

    @AfterEach
    void close() {
        queue.close();
        patient.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"renew", "claim"})
    void outlivesErrorsOfItsQueue(String method) {
        AtomicInteger errors = new AtomicInteger(3);
        CountDownLatch release = new CountDownLatch(1);
        JobId id = queue.submit(request("a"));
        try (JobWorker worker = JobWorker.builder(
                        failing(method, errors, new OutOfMemoryError("on purpose")), request -> waitFor(release))
                .threads(1)
                .start()) {
            await(() -> worker.running() == 1 && errors.get() < 0);
            release.countDown();
            assertThat(queue.await(id, LONG))
                    .returns(1, JobStatus::attempts)
                    .returns(
                            ErrorCode.NOT_FOUND,
                            status -> status.error().orElseThrow().code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"renew", "claim"})
    void replacesThreadsThatCannotEvenReportAnError(String method) {
        AtomicInteger errors = new AtomicInteger(2);
        CountDownLatch release = new CountDownLatch(1);
        JobId id = queue.submit(request("a"));
        try (JobWorker worker = JobWorker.builder(
                        failing(method, errors, new Unspeakable()), request -> waitFor(release))
                .threads(1)
                .start()) {
            await(() -> worker.running() == 1 && errors.get() < 0);
            await(worker::isAlive);
            release.countDown();
            assertThat(queue.await(id, LONG)).returns(1, JobStatus::attempts);
        }
    }

    /** What no logger can write, as when there is no memory for the line. */
    private static final class Unspeakable extends Error {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw this;
        }
    }

    /** Gives leases of which a method fails some times with an Error and is counted below zero after that. */
    private JobQueue failing(String method, AtomicInteger errors, Error error) {
        return proxy(
                JobQueue.class,
                queue,
                (name, answer) -> name.equals("leases")
                        ? proxy(JobLeases.class, (JobLeases) answer, (called, result) -> {
                            if (called.equals(method) && errors.getAndDecrement() > 0) {
                                throw error;
                            }
                            return result;
                        })
                        : answer);
    }

    private interface Filter {

        Object apply(String method, Object answer);
    }

    private static <T> T proxy(Class<T> type, T target, Filter filter) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> filter.apply(method.getName(), call(method, target, arguments))));
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void worksOnWhenAJobDoesNotEnd() {
        CountDownLatch release = new CountDownLatch(1);
        JobId hangs = patient.submit(request("hangs"));
        JobId next = patient.submit(request("next"));
        try (JobWorker worker = JobWorker.builder(patient, request -> {
                    if (request.equals(request("hangs"))) {
                        ignoreInterrupts(release);
                    }
                    throw new StacGeneratorException(ErrorCode.NOT_FOUND, "nothing there");
                })
                .threads(1)
                .timeLimit(Duration.ofMillis(20))
                .start()) {
            assertThat(patient.await(hangs, LONG).error().orElse(null)).returns(ErrorCode.TIMED_OUT, JobError::code);
            assertThat(patient.await(next, LONG).error().orElse(null)).returns(ErrorCode.NOT_FOUND, JobError::code);
            assertThat(worker.stuck()).isEqualTo(1);
            assertThat(worker.isAlive()).isTrue();
            release.countDown();
            await(() -> worker.stuck() == 0);
        }
    }

    @Test
    void aJobThatDoesNotEndKeepsNobodyFromClosingTheWorker() {
        CountDownLatch release = new CountDownLatch(1);
        JobWorker worker = JobWorker.builder(patient, request -> {
                    ignoreInterrupts(release);
                    throw new StacGeneratorException(ErrorCode.NOT_FOUND, "nothing there");
                })
                .threads(2)
                .timeLimit(Duration.ofMillis(20))
                .grace(LONG.multipliedBy(10))
                .start();
        patient.await(patient.submit(request("hangs")), LONG);

        worker.close();

        assertThat(worker.stuck()).isEqualTo(1);
        assertThat(worker.isAlive()).isFalse();
        release.countDown();
    }

    @Test
    void refusesATimeLimitOfNothing() {
        JobWorker.Builder builder = JobWorker.builder(queue, request -> waitFor(new CountDownLatch(0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.timeLimit(Duration.ZERO))
                .withMessageContaining("PT0S");
    }

    private static GenerationResult waitFor(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new StacGeneratorException(ErrorCode.CANCELED, "interrupted", e);
        }
        throw new StacGeneratorException(ErrorCode.NOT_FOUND, "nothing there");
    }

    private static void ignoreInterrupts(CountDownLatch release) {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException e) {
                // as native code does
            }
        }
    }

    private static GenerationRequest request(String name) {
        return GenerationRequest.builder().assetPaths("/data/" + name).build();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
