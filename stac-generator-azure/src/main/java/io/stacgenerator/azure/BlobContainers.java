package io.stacgenerator.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import java.time.Duration;

/** Clients of the SDK for containers. */
final class BlobContainers {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final RequestRetryOptions RETRIES =
            new RequestRetryOptions(RetryPolicyType.EXPONENTIAL, 4, 60, 500L, 8000L, null);

    private BlobContainers() {}

    static BlobContainerClient client(BlobHref blob, AzureCredential credential) {
        BlobContainerClientBuilder client = new BlobContainerClientBuilder()
                .endpoint(blob.endpoint() + "/" + blob.container())
                .httpClient(httpClient())
                .retryOptions(RETRIES);
        credential.giveTo(client);
        return client.buildClient();
    }

    private static HttpClient httpClient() {
        return new BlockingHttp(new JdkHttpClientBuilder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .responseTimeout(ANSWER_TIMEOUT)
                .readTimeout(ANSWER_TIMEOUT)
                .build());
    }
}
