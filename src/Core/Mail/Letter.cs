using System.Collections.Immutable;

namespace Actors.Core.Mail;

/// <summary>A mail to one person. Never logged. <see cref="LetterRules"/> says what it may consist of.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text: what a mail program shows that shows no HTML.</param>
public sealed record Letter(string To, string Subject, string Text)
{
    /// <summary>The same as HTML; null when the letter is plain text only.</summary>
    public string? Html { get; init; }

    /// <summary>Headers besides those that every letter has; null or empty when there are none.</summary>
    public ImmutableList<LetterHeader>? Headers { get; init; }

    /// <summary>Files; null or empty when there are none.</summary>
    public ImmutableList<LetterAttachment>? Attachments { get; init; }

    /// <inheritdoc/>
    public override string ToString() => "letter";
}

/// <summary>One header, such as <c>List-Unsubscribe</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">One line.</param>
public sealed record LetterHeader(string Name, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => "header of a letter";
}

/// <summary>One file of a letter.</summary>
/// <param name="Name">The name under which the reader saves it.</param>
/// <param name="ContentType">Its media type, such as <c>application/pdf</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record LetterAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content)
{
    /// <inheritdoc/>
    public override string ToString() => "attachment of a letter";
}
