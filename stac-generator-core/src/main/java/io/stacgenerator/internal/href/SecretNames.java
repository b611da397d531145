package io.stacgenerator.internal.href;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognizes a credential by the name of its member or by the look of its value. */
final class SecretNames {

    private static final Set<String> EXACT = Set.of(
            "se",
            "sp",
            "sv",
            "sr",
            "st",
            "skoid",
            "sktid",
            "skt",
            "ske",
            "sks",
            "skv",
            "k",
            "policy",
            "md5",
            "hash",
            "code",
            "appid",
            "app_id",
            "user",
            "username",
            "login",
            "e",
            "expires",
            "hdnts",
            "hdnea",
            "hdntl",
            "tk",
            "mac",
            "digest",
            "proof",
            "verify",
            "share",
            "serial");

    /** Of names of parameters that are written as one word. */
    private static final List<String> ENDS = List.of("key", "auth", "pass");

    /** Words of a name in camel, kebab or snake case: a part of a word is not a sign, as {@code author} shows. */
    private static final Set<String> WORDS = Set.of(
            "sig",
            "sas",
            "auth",
            "oauth",
            "oauth2",
            "authz",
            "authn",
            "pass",
            "pwd",
            "pw",
            "psw",
            "pin",
            "otp",
            "sid",
            "session",
            "sessionid",
            "jsessionid",
            "phpsessid",
            "hmac",
            "ticket",
            "nonce",
            "cred",
            "creds",
            "bearer",
            "assertion",
            "sign",
            "signed",
            "csrf",
            "xsrf",
            "sso",
            "tkn");

    private static final List<String> PARTS = List.of(
            "signature",
            "token",
            "secret",
            "passw",
            "passphrase",
            "passcode",
            "accesscode",
            "userpass",
            "saml",
            "credential",
            "-key",
            "_key",
            "apikey",
            "accesskey",
            "accountkey",
            "privatekey",
            "sharedkey",
            "authoriz",
            "authentic",
            "authkey",
            "jwt",
            "x-amz-",
            "x-goog-",
            "key-pair",
            "cookie");

    /** Names, without marks between their words, that have no other meaning in metadata. */
    private static final Set<String> CREDENTIALS = Set.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "secret",
            "secretkey",
            "clientsecret",
            "secretaccesskey",
            "awssecretaccesskey",
            "token",
            "accesstoken",
            "refreshtoken",
            "idtoken",
            "authtoken",
            "sastoken",
            "sessiontoken",
            "securitytoken",
            "bearertoken",
            "apikey",
            "apitoken",
            "xapikey",
            "accountkey",
            "accesskey",
            "sharedkey",
            "privatekey",
            "subscriptionkey",
            "credentials",
            "authorization",
            "cookie");

    private static final Set<String> SIGNATURES = Set.of("sig", "signature", "hmac", "sas");

    /** What says which file is meant may be long and look random. */
    private static final Set<String> HARMLESS = Set.of(
            "version",
            "versionid",
            "id",
            "uuid",
            "file",
            "filename",
            "name",
            "path",
            "item",
            "product",
            "scene",
            "collection",
            "identifier",
            "layer",
            "layers",
            "checksum");

    /** Shorter values, such as names and dates, cannot be distinguished from words. */
    private static final int LEAST_OPAQUE = 20;

    private static final int LEAST_HEXADECIMAL = 32;

    /** Of the words above. */
    private static final int SHORTEST = 2;

    private static final Pattern CAMEL_OR_MARK = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]");

    private SecretNames() {}

    /** Returns whether a parameter of a URL is secret, by any convention of signed URLs and keys of services. */
    static boolean isParameter(String name, String value) {
        String joined = joined(name);
        String lower = joined.toLowerCase(Locale.ROOT);
        return EXACT.contains(lower)
                || ENDS.stream().anyMatch(lower::endsWith)
                || isMember(name)
                || isMember(joined)
                || isMember(lower)
                || (!HARMLESS.contains(lower) && isOpaque(value));
    }

    /** A space, also one written as a plus, or a mark of a break may have come into a name where a line was broken. */
    static String joined(String name) {
        String decoded = TextEscapes.decoded(name);
        StringBuilder joined = new StringBuilder(decoded.length());
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            if (c != '+' && !Character.isWhitespace(c)) {
                joined.append(c);
            }
        }
        return joined.toString();
    }

    /** Returns whether a part of a path such as {@code sig=...} is secret; {@code pass=1} names a folder of data. */
    static boolean isOfAPath(String name) {
        return isCredential(name)
                || Arrays.stream(CAMEL_OR_MARK.split(name, -1))
                        .anyMatch(word -> SIGNATURES.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** Returns whether a member of any text or object is secret, where short names have other meanings. */
    static boolean isMember(String name) {
        if (name.length() < SHORTEST) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return PARTS.stream().anyMatch(lower::contains)
                || Arrays.stream(CAMEL_OR_MARK.split(name, -1))
                        .anyMatch(word -> WORDS.contains(word.toLowerCase(Locale.ROOT)));
    }

    /**
     * Returns whether a parameter without a name may be a credential. Words such as {@code raw} and numbers say what is
     * wanted.
     */
    static boolean isBare(String parameter) {
        int start = 0;
        int end = parameter.length();
        while (start < end && "?=+ ".indexOf(parameter.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && parameter.charAt(end - 1) == '=') { // the padding of Base64
            end--;
        }
        String value = parameter.substring(start, end);
        return value.chars().allMatch(c -> isOfAKey(c) || "!$*.".indexOf(c) >= 0)
                && value.indexOf('/') < 0
                && value.indexOf('=') < 0
                && value.chars().anyMatch(Character::isLetter)
                && value.chars().anyMatch(Character::isDigit);
    }

    /** Returns whether a member of an object is a credential by its name alone. */
    static boolean isCredential(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = name.lastIndexOf(':') + 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if ("-_ .".indexOf(c) < 0) {
                plain.append(Character.toLowerCase(c));
            }
        }
        return CREDENTIALS.contains(plain.toString());
    }

    /** Returns whether a value looks like a key: long, of letters of both cases and digits, or hexadecimal. */
    private static boolean isOpaque(String value) {
        if (value.length() < LEAST_OPAQUE || !value.chars().allMatch(SecretNames::isOfAKey)) {
            return false;
        }
        boolean mixed = value.chars().anyMatch(Character::isUpperCase)
                && value.chars().anyMatch(Character::isLowerCase)
                && value.chars().anyMatch(Character::isDigit);
        return mixed
                || (value.length() >= LEAST_HEXADECIMAL && value.chars().allMatch(c -> Character.digit(c, 16) >= 0));
    }

    private static boolean isOfAKey(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "+/=_~-".indexOf(c) >= 0);
    }
}
