package dev.concordat.schema.parse;

/** Reads the number of an option or an aggregate's field. */
final class NumberParser {
    private NumberParser() {}

    /** Reads the integer or float that the cursor is at; the minus sign, if any, has been read. */
    static ValueNode number(Cursor cursor, int start, boolean negative) {
        if (cursor.isFloat()) {
            double value = cursor.floating();
            cursor.next();
            return new ValueNode.FloatLiteral(negative ? -value : value, false, start, cursor.previousEnd());
        }
        if (cursor.integerFits()) {
            long value = cursor.integer();
            cursor.next();
            return new ValueNode.IntegerLiteral(negative, value, start, cursor.previousEnd());
        }
        if (!cursor.integerIsDecimal()) {
            cursor.log(cursor.start(), "The number has more than 64 bits.", "");
            cursor.next();
            return new ValueNode.IntegerLiteral(negative, 0, start, cursor.previousEnd());
        }
        double value = cursor.floating();
        cursor.next();
        return new ValueNode.FloatLiteral(negative ? -value : value, true, start, cursor.previousEnd());
    }
}
