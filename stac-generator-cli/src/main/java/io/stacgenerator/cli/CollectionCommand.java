package io.stacgenerator.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Works on Collections. */
@Command(
        name = "collection",
        description = "Makes a collection of items, and keeps it in step with them.",
        subcommands = {CollectionCreateCommand.class, CollectionUpdateCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        footer = "  ${COMMAND-FULL-NAME} update collection.json items.ndjson -o collection.json")
final class CollectionCommand extends Subcommand {

    @Override
    public Integer call() {
        throw new ParameterException(command(), "no command given, expected create or update");
    }
}
