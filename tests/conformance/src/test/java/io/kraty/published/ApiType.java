package io.kraty.published;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_ANNOTATION;
import static org.objectweb.asm.Opcodes.ACC_ENUM;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_RECORD;
import static org.objectweb.asm.Opcodes.ACC_STATIC;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.TypeReference;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;

/** One type: a line that says what it is, and below it, indented, its annotations, its permitted subtypes and its members. */
final class ApiType {
    /** What a kind of type always extends. */
    private static final Set<String> IMPLIED = Set.of("java/lang/Object", "java/lang/Record", "java/lang/Enum");

    private final ClassNode type;
    private final Predicate<String> isHidden;
    private final Names names;
    private final Notes notes;

    ApiType(ClassNode type, Names names, Predicate<String> isHidden) {
        this.type = type;
        this.isHidden = isHidden;
        this.names = names;
        this.notes = new Notes(names);
    }

    Stream<String> lines() {
        List<String> inside = new ArrayList<>(notes.of(type.visibleAnnotations, type.invisibleAnnotations));
        inside.addAll(permitted());
        inside.addAll(new ApiMembers(type, names).lines());
        return Stream.concat(Stream.of(head()), inside.stream().map(line -> "  " + line));
    }

    private String head() {
        int access = access(type);
        boolean isInterface = is(access, ACC_INTERFACE);
        boolean isFixed = isInterface || is(access, ACC_ENUM) || is(type.access, ACC_RECORD);
        String modifiers = (is(access, ACC_PROTECTED) ? "protected " : "")
                + (isNested(type) && !isFixed && is(access, ACC_STATIC) ? "static " : "")
                + (!isFixed && is(access, ACC_ABSTRACT) ? "abstract " : "")
                + (!isFixed && is(access, ACC_FINAL) ? "final " : "")
                + (isSealed() ? "sealed " : "");
        return modifiers + kind() + " " + Names.full(type.name) + generics();
    }

    private String kind() {
        if (is(type.access, ACC_ANNOTATION)) {
            return "@interface";
        }
        return is(type.access, ACC_INTERFACE)
                ? "interface"
                : is(type.access, ACC_ENUM) ? "enum" : is(type.access, ACC_RECORD) ? "record" : "class";
    }

    /** Its type parameters and supertypes. */
    private String generics() {
        TypeText signature = new TypeText(type.signature == null ? plainSignature() : type.signature, names);
        String typeParameters = signature.typeParameters(
                index -> note(TypeReference.newTypeParameterReference(TypeReference.CLASS_TYPE_PARAMETER, index)),
                index -> bound -> note(TypeReference.newTypeParameterBoundReference(
                        TypeReference.CLASS_TYPE_PARAMETER_BOUND, index, bound)));
        String superclass = signature.type(note(TypeReference.newSuperTypeReference(-1)));
        refuseHidden(type.superName);
        List<String> interfaces = new ArrayList<>();
        for (int i = 0; i < type.interfaces.size() && !is(type.access, ACC_ANNOTATION); i++) {
            refuseHidden(type.interfaces.get(i));
            interfaces.add(signature.type(note(TypeReference.newSuperTypeReference(i))));
        }
        String extended = IMPLIED.contains(type.superName) ? "" : " extends " + superclass;
        String implemented = interfaces.isEmpty()
                ? ""
                : (is(type.access, ACC_INTERFACE) ? " extends " : " implements ") + String.join(", ", interfaces);
        return typeParameters + extended + implemented;
    }

    private String plainSignature() {
        StringBuilder signature = new StringBuilder("L" + type.superName + ";");
        type.interfaces.forEach(name -> signature.append("L").append(name).append(";"));
        return signature.toString();
    }

    /** What is inherited would be a part of the API that is not to be seen here. */
    private void refuseHidden(String supertype) {
        if (isHidden.test(supertype)) {
            throw new IllegalStateException(type.name + " is public and extends " + supertype + ", which is not");
        }
    }

    /** An enum is sealed for the constants that have a body, which is nobody's business. */
    private boolean isSealed() {
        return type.permittedSubclasses != null && !is(type.access, ACC_ENUM);
    }

    /** Those that nobody sees are not told apart: whoever switches over the others needs a default all the same. */
    private List<String> permitted() {
        return isSealed()
                ? type.permittedSubclasses.stream()
                        .map(name -> "permits " + (isHidden.test(name) ? "what is not public" : names.of(name)))
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }

    private Notes.Note note(TypeReference place) {
        return notes.at(place.getValue(), type.visibleTypeAnnotations, type.invisibleTypeAnnotations);
    }

    static boolean isNested(ClassNode type) {
        return type.outerMethod != null || itself(type) != null;
    }

    /** Whether those who may use a type may use this one inside of it. */
    static boolean isVisibleIn(ClassNode type, ClassNode outer) {
        InnerClassNode itself = itself(type);
        boolean isMember = itself != null && itself.outerName != null;
        return isMember
                && (is(itself.access, ACC_PUBLIC)
                        || (is(itself.access, ACC_PROTECTED) && !is(outer.access, ACC_FINAL)));
    }

    /** As it was declared: the class file of a nested type says less of it. */
    private static int access(ClassNode type) {
        InnerClassNode itself = itself(type);
        return itself == null ? type.access : itself.access;
    }

    private static InnerClassNode itself(ClassNode type) {
        return type.innerClasses.stream()
                .filter(inner -> inner.name.equals(type.name))
                .findFirst()
                .orElse(null);
    }

    private static boolean is(int access, int flag) {
        return (access & flag) != 0;
    }
}
