"""Other operators, forgotten operands, and operands in the wrong order."""

import ast

OTHERS = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
}
ORDERED = (ast.Sub, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult)


def arithmetic(node, scope):
    """Yield another operator, and the result with the other sign."""
    match node:
        case ast.BinOp(left, op, right):
            for other in OTHERS.get(type(op), ()):
                yield ast.BinOp(left, other(), right)
        case ast.AugAssign(target, op, value):
            for other in OTHERS.get(type(op), ()):
                yield ast.AugAssign(target, other(), value)
        case ast.UnaryOp(ast.USub() | ast.Invert(), operand):
            yield operand
        case ast.Return(ast.BinOp() | ast.Call() | ast.Name() as value):
            yield ast.Return(ast.UnaryOp(ast.USub(), value))


def operands(node, scope):
    """Yield one of two operands alone, and the two in the other order."""
    match node:
        case ast.BinOp(left, op, right):
            yield left
            yield right
            if isinstance(op, ORDERED):
                yield ast.BinOp(right, op, left)
        case ast.AugAssign(target, _, value):
            yield ast.Assign([target], value)
