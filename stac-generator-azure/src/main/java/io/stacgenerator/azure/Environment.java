package io.stacgenerator.azure;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The environment variables of GDAL's {@code /vsiaz/}, in the order in which it asks for them. */
final class Environment {

    private static final Set<String> YES = Set.of("YES", "TRUE", "ON", "1");

    private Environment() {}

    static AzureOptions options(Map<String, String> variables) {
        AzureOptions.Builder options = AzureOptions.builder();
        String connection = value(variables, "AZURE_STORAGE_CONNECTION_STRING");
        String account = value(variables, "AZURE_STORAGE_ACCOUNT");
        if (!connection.isEmpty()) {
            options.connectionString(connection);
        } else if (!account.isEmpty()) {
            addCredential(options.account(account), variables);
        } else if (isYes(variables)) {
            options.anonymous();
        }
        return options.build();
    }

    private static void addCredential(AzureOptions.Builder options, Map<String, String> variables) {
        String token = value(variables, "AZURE_STORAGE_ACCESS_TOKEN");
        String key = value(variables, "AZURE_STORAGE_ACCESS_KEY");
        String sas = value(variables, "AZURE_STORAGE_SAS_TOKEN");
        if (!token.isEmpty()) {
            options.accessToken(token);
        } else if (!key.isEmpty()) {
            options.accountKey(key);
        } else if (isYes(variables)) {
            options.anonymous();
        } else if (!sas.isEmpty()) {
            options.sasToken(sas);
        }
    }

    private static boolean isYes(Map<String, String> variables) {
        return YES.contains(value(variables, "AZURE_NO_SIGN_REQUEST").toUpperCase(Locale.ROOT));
    }

    private static String value(Map<String, String> variables, String name) {
        return variables.getOrDefault(name, "").strip();
    }
}
