package dev.winnow.worker.problems;

/**
 * What is wrong with one field of a request.
 *
 * @param field where it is, such as {@code author.name}
 * @param must what it has to do, such as {@code be 1 to 80 characters}
 */
public record FieldError(String field, String must) {}
