/**
 * What is done to the command's jars when they are packaged. An {@code invokedynamic} instruction (JVMS 6.5) is linked when it is first reached, by code of
 * Java's that a command waits for each time it starts; here it is linked once, when the jar is made.
 */
@NullMarked
package dev.concordat.packaging;

import org.jspecify.annotations.NullMarked;
