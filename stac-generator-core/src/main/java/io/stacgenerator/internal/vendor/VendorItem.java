package io.stacgenerator.internal.vendor;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.vendor.PartialAsset;
import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gathers what a vendor says of one document. */
final class VendorItem implements PartialItem {

    /** Characters of a number, and its exponent; a double has exponents to 308. */
    private static final int LONGEST = 400;

    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final Map<String, Object> item = new LinkedHashMap<>(Map.of("properties", properties));
    private final List<Object> providers = new ArrayList<>();
    private final List<Object> links = new ArrayList<>();
    private final ProductTable products;
    private final MetadataDocument document;
    private final GenerationContext context;
    private @Nullable String product;
    private boolean outlinesValidData;

    VendorItem(ProductTable products, MetadataDocument document, GenerationContext context) {
        this.products = products;
        this.document = document;
        this.context = context;
    }

    @Override
    public void id(Optional<String> product) {
        product.ifPresent(id -> this.product = id);
    }

    @Override
    public void set(String field, Object value) {
        properties.put(field, value);
    }

    @Override
    public void number(Section part, String field, String name, UnaryOperator<BigDecimal> toUnit) {
        part.text(name).ifPresent(text -> {
            try {
                set(field, toUnit.apply(decimal(text)).doubleValue());
            } catch (NumberFormatException e) {
                context.warn(new Warning(
                        "invalid-type",
                        "%s in %s is '%s', expected a number: left out".formatted(name, document.href(), text),
                        "/properties/" + field));
            }
        });
    }

    /** Digits and exponents beyond those of a double are not measurements, and arithmetic on them would not end. */
    private static BigDecimal decimal(String text) {
        if (text.length() > LONGEST) {
            throw new NumberFormatException("more than %d characters".formatted(LONGEST));
        }
        BigDecimal value = new BigDecimal(text);
        if (Math.abs((long) value.precision() - value.scale()) > LONGEST || Math.abs((long) value.scale()) > LONGEST) {
            throw new NumberFormatException("the exponent is out of range");
        }
        return value;
    }

    @Override
    public void geometry(Map<String, Object> geometry) {
        item.put("geometry", geometry);
    }

    @Override
    public void outline(List<String> ordinates) {
        outline(ordinates, Outline.of(ordinates));
    }

    private void outline(List<String> ordinates, Optional<Map<String, Object>> outline) {
        if (ordinates.isEmpty()) {
            return;
        }
        outline.ifPresentOrElse(
                this::geometry,
                () -> context.warn(new Warning(
                        "invalid-value",
                        "the outline in %s is not a ring of positions on Earth: left out".formatted(document.href()),
                        "/geometry")));
    }

    @Override
    public void validData(List<String> ordinates) {
        outline(ordinates);
        outlinesValidData = !ordinates.isEmpty();
    }

    @Override
    public void validData(List<String> ordinates, String code) {
        outline(ordinates, Outline.of(ordinates, code));
        outlinesValidData = !ordinates.isEmpty();
    }

    boolean outlinesValidData() {
        return outlinesValidData;
    }

    @Nullable String product() {
        return product;
    }

    @Override
    public void provider(String name, String url, String... roles) {
        Map<String, Object> provider = new LinkedHashMap<>();
        provider.put("name", name);
        provider.put("roles", List.of((Object[]) roles));
        put(provider, "url", url);
        providers.add(provider);
        properties.put("providers", providers);
    }

    @Override
    public void link(String rel, String href, String title, String type) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("rel", rel);
        link.put("href", href);
        put(link, "type", type);
        put(link, "title", title);
        links.add(link);
        item.put("links", links);
    }

    private static void put(Map<String, Object> members, String name, String text) {
        if (!text.isEmpty()) {
            members.put(name, text);
        }
    }

    @Override
    public List<PartialAsset> assets(String instrument, List<String> listed) {
        Map<String, Object> members = new LinkedHashMap<>();
        List<PartialAsset> known = new ArrayList<>();
        products.assets(publicHrefs(), instrument, listed).forEach((key, asset) -> {
            members.put(key, asset.members());
            known.add(asset);
        });
        item.put("assets", members);
        return known;
    }

    private List<String> publicHrefs() {
        return context.request().assetPaths().stream().map(context::publicHref).toList();
    }

    @Override
    public String fileName() {
        return Hrefs.fileName(document.href());
    }

    @Override
    public boolean hasMetadata(String fileName) {
        return fileNames(context.request().metadataPaths()).stream().anyMatch(name -> name.matches(fileName));
    }

    private static List<String> fileNames(List<String> hrefs) {
        return hrefs.stream().map(Hrefs::fileName).toList();
    }

    @Override
    public Optional<Map<String, Object>> json() {
        String text = document.text().strip();
        return text.startsWith("{")
                ? Optional.of(JsonReader.object(text, ErrorCode.INVALID_METADATA, "metadata " + document.href()))
                : Optional.empty();
    }

    Map<String, Object> toMap() {
        return item;
    }
}
