package io.stacgenerator.internal.gdal;

import io.stacgenerator.AssetLimits;
import io.stacgenerator.internal.budget.AssetBudget.Account;
import io.stacgenerator.internal.budget.AssetBudget.Expense;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Passes the budget of an asset from one process to another. */
final class BudgetWire {

    private BudgetWire() {}

    static void write(Account account, WireOutput out) throws IOException {
        AssetLimits limits = account.limits();
        out.integer(limits.pixels());
        out.integer(limits.bands());
        out.integer(limits.groundControlPoints());
        out.integer(limits.metadataElements());
        out.text(account.href());
        out.integer(account.time().toMillis());
        out.optional(account.deadline(), deadline -> out.integer(deadline.toEpochMilli()));
        write(account.spent(), out);
    }

    static Account readAccount(WireInput in) throws IOException {
        AssetLimits limits = AssetLimits.ofDefaults()
                .withPixels(in.longInteger())
                .withBands(in.integer())
                .withGroundControlPoints(in.integer())
                .withMetadataElements(in.integer());
        return new Account(
                limits,
                in.text(),
                Duration.ofMillis(in.longInteger()),
                in.optional(() -> Instant.ofEpochMilli(in.longInteger())),
                readExpense(in));
    }

    static void write(Expense spent, WireOutput out) throws IOException {
        out.integer(spent.nanos());
        out.integer(spent.pixels());
    }

    static Expense readExpense(WireInput in) throws IOException {
        return new Expense(in.longInteger(), in.longInteger());
    }
}
