package io.stacgenerator.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.blob.models.PublicAccessType;
import com.azure.storage.blob.options.BlobContainerCreateOptions;
import com.azure.storage.common.StorageSharedKeyCredential;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Azurite as a process of its own, on a free port, with its blobs in memory. */
final class Azurite implements AutoCloseable {

    /** The executable {@code azurite-blob}. */
    static final String PROPERTY = "stacgenerator.azurite";

    private static final Pattern LISTENS = Pattern.compile(".* listens on (http://127\\.0\\.0\\.1:\\d+).*");

    private final Process process;
    private final String endpoint;

    private Azurite(Process process, String endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /**
     * Starts Azurite and waits until it listens. It knows no newer version of the API than itself, hence the switch.
     */
    static Azurite start() throws IOException {
        Process process = new ProcessBuilder(
                        System.getProperty(PROPERTY),
                        "--blobHost=127.0.0.1",
                        "--blobPort=0",
                        "--inMemoryPersistence",
                        "--disableTelemetry",
                        "--skipApiVersionCheck")
                .redirectErrorStream(true)
                .start();
        return new Azurite(process, url(process) + "/" + Emulator.ACCOUNT);
    }

    private static String url(Process process) throws IOException {
        BufferedReader output = process.inputReader(UTF_8);
        StringBuilder told = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listens = LISTENS.matcher(line);
            if (listens.matches()) {
                return listens.group(1);
            }
            told.append(line).append('\n');
        }
        throw new IOException("Azurite did not start: " + told);
    }

    String endpoint() {
        return endpoint;
    }

    /** Makes a container that nobody may read without credential, or, when it is public, everybody. */
    BlobContainerClient container(String name, boolean isPublic) {
        BlobServiceClient service = new BlobServiceClientBuilder()
                .endpoint(endpoint)
                .credential(new StorageSharedKeyCredential(Emulator.ACCOUNT, Emulator.KEY))
                .buildClient();
        BlobContainerCreateOptions options = new BlobContainerCreateOptions();
        if (isPublic) {
            options.setPublicAccessType(PublicAccessType.BLOB);
        }
        return service.createBlobContainerIfNotExistsWithResponse(name, options, Context.NONE)
                .getValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
