package io.kraty.sandbox.internal.file;

import io.kraty.api.model.AmountRange;
import io.kraty.api.model.CrateRewardEntry;
import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.ItemRewardEntry;
import io.kraty.api.model.LocalizedString;
import io.kraty.api.model.RewardAmount;
import io.kraty.api.model.RewardBundlePreview;
import io.kraty.api.model.RewardEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads rewards. Bundles, which are rewards with a name, are known before anything refers to them. */
final class RewardReader {
    private final Names names;
    private final Map<String, RewardBundlePreview> bundles = new HashMap<>();

    private RewardReader(Names names) {
        this.names = names;
    }

    static RewardReader of(Field bundles, Names names) {
        RewardReader reader = new RewardReader(names);
        bundles.or(Map.<String, Field>of(), Field::named)
                .forEach((key, field) -> reader.bundles.put(key, reader.named(key, field)));
        return reader;
    }

    private RewardBundlePreview named(String key, Field field) {
        if (field.isList()) {
            return new RewardBundlePreview(key, null, field.filledList(this::entry));
        }
        if (!field.isMapping()) {
            field.expected("a list of rewards, or a mapping with name and entries");
            return new RewardBundlePreview(key, null, List.of());
        }
        Mapping bundle = field.mapping("name", "entries");
        LocalizedString name = bundle.get("name").orNull(Texts::localized);
        return new RewardBundlePreview(key, name, bundle.get("entries").filledList(this::entry));
    }

    /** A list of rewards, in which a bundle stands for all that is in it. */
    List<RewardEntry> entries(Field field) {
        return field.list().stream()
                .flatMap(entry -> {
                    String form = entry.form("currency", "item", "crate", "bundle");
                    return form.equals("bundle")
                            ? bundle(entry.mapping(form).get(form)).entries().stream()
                            : Stream.of(entry(entry, form));
                })
                .toList();
    }

    /** A reference to a bundle. */
    RewardBundlePreview bundle(Field field) {
        String key = field.reference("a bundle", bundles.keySet());
        return Objects.requireNonNullElseGet(bundles.get(key), () -> new RewardBundlePreview(key, null, List.of()));
    }

    private RewardEntry entry(Field field) {
        return entry(field, field.form("currency", "item", "crate"));
    }

    private RewardEntry entry(Field field, String form) {
        if (form.equals("item")) {
            Mapping item = field.mapping("item", "quantity", "parameters");
            return ItemRewardEntry.builder()
                    .itemKey(names.item(item.get("item")))
                    .quantity(item.get("quantity").or(RewardAmount.of(1), RewardReader::amount))
                    .parameters(FreeForm.orEmpty(item.get("parameters")))
                    .build();
        }
        if (form.equals("crate")) {
            Mapping crate = field.mapping("crate", "quantity");
            return new CrateRewardEntry(
                    names.crate(crate.get("crate")),
                    crate.get("quantity").or(RewardAmount.of(1), RewardReader::amount));
        }
        if (form.isEmpty()) {
            return new CurrencyRewardEntry("", RewardAmount.of(1));
        }
        Mapping currency = field.mapping("currency", "amount");
        return new CurrencyRewardEntry(names.economy(currency.get("currency")), amount(currency.get("amount")));
    }

    /** A whole number, or a range of them. */
    static RewardAmount amount(Field field) {
        if (!field.isMapping()) {
            return RewardAmount.of((double) field.whole(1, Field.MOST));
        }
        Mapping range = field.mapping("min", "max", "step");
        long min = range.get("min").whole(1, Field.MOST);
        int before = field.problems();
        long max = range.get("max").whole(1, Field.MOST);
        if (max < min && before == field.problems()) {
            range.get("max").expected("at least min, " + min);
        }
        return new RewardAmount.Range(new AmountRange(
                min, max, range.get("step").or(1L, step -> step.whole(1, Field.MOST))));
    }
}
