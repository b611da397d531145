package io.stacgenerator.internal.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stacgenerator.AssetLimits;
import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

final class AssetBudgetTest {

    private static final Duration WORK = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofMillis(330);

    private static AssetBudget budget() {
        AssetLimits limits = AssetLimits.ofDefaults().withCpuTime(LIMIT, Duration.ZERO);
        return new AssetBudget(limits, "memory:a.tif", 0, null);
    }

    /** Keeps the processor busy for so long, in time of this thread. */
    private static boolean work() {
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() + WORK.toNanos();
        long sum = 0;
        while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < end) {
            sum++;
        }
        return sum > 0;
    }

    /** The thread that hands work on may get it back where no other is free. */
    @Test
    void workThatIsCarriedToTheSameThreadCountsOnce() throws Exception {
        boolean done = budget().spend(() -> {
            boolean worked = AssetBudget.carried(AssetBudgetTest::work).call();
            AssetBudget.check();
            return worked;
        });
        assertThat(done).isTrue();
    }

    @Test
    void workOfAnotherThreadCountsToo() {
        assertThatExceptionOfType(StacGeneratorException.class)
                .isThrownBy(() -> budget().spend(() -> {
                    Thread other = new Thread(new FutureTask<>(AssetBudget.carried(AssetBudgetTest::work)));
                    other.start();
                    other.join();
                    work();
                    AssetBudget.check();
                    return true;
                }))
                .withMessageContaining("cpuTime")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED));
    }
}
