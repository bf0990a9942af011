"""Reads Fluent source into patterns, strictly: what the coach does not need of Fluent is a fault.

Allowed: text, `{ $variable }`, `{ -term }` of plain text, `{ "literal" }` and choices by a variable.
Mozilla's parser reads the source. Its runtime is left out: it speaks mistakes, and loads all of Babel.
"""

from collections.abc import Iterator, Mapping

from fluent.syntax import FluentParser, ast

from skill.speech import speakable
from skill.speech.patterns import Choice, Fault, Key, Message, Pattern, Piece, Source, Variable


def read(text: str) -> Source:
    """Every message of the text. Never raises: what is wrong stands in the faults."""
    entries = FluentParser().parse(text).body
    reader = _Reader(text, {entry.id.name: entry for entry in entries if isinstance(entry, ast.Term)})
    messages = tuple(message for entry in entries for message in reader.entry(entry))
    reader.leave()
    return Source(messages, tuple(reader.faults))


class _Reader:
    """Turns syntax into patterns, entry by entry, and collects what is wrong on the way."""

    def __init__(self, text: str, terms: Mapping[str, ast.Term]) -> None:
        self.faults: list[Fault] = []
        self._text = text
        self._terms = terms
        self._seen: set[str] = set()
        self._used: set[str] = set()
        self._id = ""

    def entry(self, entry: ast.EntryType) -> Iterator[Message]:
        match entry:
            case ast.Junk():
                self._id = str(entry.content).partition("=")[0].strip()
                self._fault(entry, "; ".join(str(note.message) for note in entry.annotations))
            case ast.Term():
                self._begin(entry, f"-{entry.id.name}")
                self._check_term(entry)
            case ast.Message():
                self._begin(entry, entry.id.name)
                yield Message(self._id, self._line(entry), self._message(entry))

    def leave(self) -> None:
        """Note what can only be known at the end of the file."""
        for name in sorted(self._terms.keys() - self._used):
            self._id = f"-{name}"
            self._fault(self._terms[name], "is a term nobody uses")

    def _begin(self, entry: ast.Message | ast.Term, name: str) -> None:
        self._id = name
        if name in self._seen:
            self._fault(entry, "stands in the file twice")
        if entry.attributes:
            self._fault(entry, "has attributes, which nobody says")
        self._seen.add(name)

    def _check_term(self, term: ast.Term) -> None:
        if any(isinstance(element, ast.Placeable) for element in term.value.elements):
            self._fault(term, "is a term of more than plain text")
        self._pattern(term.value)

    def _message(self, message: ast.Message) -> Pattern:
        if message.value is None:
            self._fault(message, "has no text")
            return ()
        return self._pattern(message.value)

    def _pattern(self, pattern: ast.Pattern) -> Pattern:
        return tuple(self._piece(element) for element in pattern.elements)

    def _piece(self, element: ast.TextElement | ast.Placeable) -> Piece:
        if isinstance(element, ast.TextElement):
            return self._wording(element, element.value)
        return self._placed(element.expression)

    def _placed(self, expression: ast.SyntaxNode) -> Piece:
        match expression:
            case ast.VariableReference():
                return Variable(expression.id.name)
            case ast.StringLiteral():
                return self._wording(expression, expression.parse()["value"])
            case ast.TermReference():
                return self._term(expression)
            case ast.SelectExpression():
                return self._choice(expression)
            case ast.FunctionReference():
                return self._fault(expression, f"calls the function {expression.id.name}")
        return self._fault(expression, "places what is no variable, term, text or choice")

    def _wording(self, node: ast.SyntaxNode, text: str) -> str:
        for what in speakable.faults(text):
            self._fault(node, what)
        return text

    def _term(self, reference: ast.TermReference) -> str:
        name = reference.id.name
        self._used.add(name)
        if name not in self._terms or reference.arguments:
            return self._fault(reference, f"uses the term -{name}, which is missing or takes no arguments")
        elements = self._terms[name].value.elements
        return "".join(element.value for element in elements if isinstance(element, ast.TextElement))

    def _choice(self, select: ast.SelectExpression) -> Piece:
        if not isinstance(select.selector, ast.VariableReference):
            return self._fault(select, "chooses by what is no variable")
        variants = [(self._key(variant.key), self._pattern(variant.value)) for variant in select.variants]
        default = next(place for place, variant in enumerate(select.variants) if variant.default)
        name = select.selector.id.name
        choice = Choice(variable=name, variants=tuple(variants), default=variants[default][1])
        for what in choice.faults():
            self._fault(select, what)
        return choice

    def _key(self, key: ast.Identifier | ast.NumberLiteral) -> Key:
        if isinstance(key, ast.Identifier):
            return key.name
        if not key.value.isdecimal():
            self._fault(key, f"chooses by {key.value}, which the coach never counts to")
            return 0
        return int(key.value)

    def _line(self, node: ast.SyntaxNode) -> int:
        return self._text.count("\n", 0, node.span.start if node.span else 0) + 1

    def _fault(self, node: ast.SyntaxNode, what: str) -> str:
        """Note it. What stands for the faulty piece is nothing."""
        self.faults.append(Fault(self._line(node), self._id, what))
        return ""
