package io.kraty.sandbox.internal.file;

import io.kraty.sandbox.internal.definition.Segmentation;
import java.util.List;

/** Reads how a board is split: by one thing, or by a list of them. */
final class SegmentationReader {
    private final Names names;

    SegmentationReader(Names names) {
        this.names = names;
    }

    Segmentation read(Field field) {
        if (!field.isList()) {
            return axis(field);
        }
        List<Segmentation> axes = field.list(this::axis);
        if (axes.size() < 2) {
            field.problem("must be a list of at least two things to split by");
        }
        return new Segmentation.Combined(axes);
    }

    /** Whether it has divisions to go up and down in. */
    static boolean hasDivisions(Segmentation segmentation) {
        return segmentation instanceof Segmentation.Division
                || (segmentation instanceof Segmentation.Combined combined
                        && combined.axes().stream().anyMatch(Segmentation.Division.class::isInstance));
    }

    private Segmentation axis(Field field) {
        if (field.isText() && field.anyText().equals("country")) {
            return new Segmentation.Country();
        }
        if (!field.isMapping()) {
            field.expected("country, or a mapping with context or division");
            return new Segmentation.Country();
        }
        String form = field.form("context", "division");
        if (form.equals("division")) {
            Mapping division = field.mapping("division", "names");
            return new Segmentation.Division(
                    names.progression(division.get("division")),
                    division.get("names").filledList(new Different()::text));
        }
        if (form.isEmpty()) {
            return new Segmentation.Country();
        }
        Mapping context = field.mapping("context", "buckets");
        return new Segmentation.Context(
                context.get("context").text(),
                context.get("buckets").or(List.of(), buckets -> buckets.list(new Different()::text)));
    }
}
