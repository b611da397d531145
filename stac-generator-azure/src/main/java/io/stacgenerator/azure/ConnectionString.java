package io.stacgenerator.azure;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings of an account in one text, {@code Name=value;Name=value}, as the portal shows it. */
record ConnectionString(Map<String, String> settings) {

    private static final Pattern FORM = Pattern.compile("\\s*[A-Za-z]+=.+");

    static ConnectionString parse(String text) {
        Map<String, String> settings = new HashMap<>();
        for (String setting : text.split(";", -1)) {
            if (FORM.matcher(setting).matches()) {
                String[] parts = setting.strip().split("=", 2);
                settings.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
            } else if (!setting.isBlank()) {
                throw new IllegalArgumentException("the connection string has a part that is not Name=value");
            }
        }
        return new ConnectionString(settings);
    }

    void applyTo(AzureOptions.Builder options) {
        if ("true".equalsIgnoreCase(settings.get("usedevelopmentstorage"))) {
            options.account(Emulator.ACCOUNT).endpoint(Emulator.ENDPOINT).accountKey(Emulator.KEY);
            return;
        }
        String endpoint = settings.get("blobendpoint");
        String account = settings.getOrDefault("accountname", endpoint == null ? "" : firstLabel(endpoint));
        options.account(account);
        ifPresent(endpoint, options::endpoint);
        ifPresent(settings.get("endpointsuffix"), options::endpointSuffix);
        ifPresent(settings.get("accountkey"), options::accountKey);
        if (!settings.containsKey("accountkey")) {
            ifPresent(settings.get("sharedaccesssignature"), options::sasToken);
        }
    }

    private static void ifPresent(@Nullable String value, Consumer<String> setting) {
        if (value != null) {
            setting.accept(value);
        }
    }

    private static String firstLabel(String endpoint) {
        return endpoint.replaceFirst("^https?://", "").replaceFirst("[./:].*", "");
    }

    @Override
    public String toString() {
        return "ConnectionString" + settings.keySet();
    }
}
