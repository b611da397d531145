package io.stacgenerator.spark;

import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;

/** The end of the running task, whether it succeeds, fails or is killed. */
final class TaskEnd {

    private TaskEnd() {}

    /** Runs an action then. */
    static void call(Runnable action) {
        TaskCompletionListener listener = task -> action.run();
        TaskContext.get().addTaskCompletionListener(listener);
    }
}
