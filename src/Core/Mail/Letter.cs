using System.Collections.Immutable;

namespace Actors.Core.Mail;

/// <summary>An e-mail to one person. Never logged. <see cref="LetterRules"/> validates it.</summary>
/// <param name="To">The recipient's address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The plain-text body.</param>
public sealed record Letter(string To, string Subject, string Text)
{
    /// <summary>The HTML body; null when the letter has only plain text.</summary>
    public string? Html { get; init; }

    /// <summary>Additional headers; null or empty when there are none.</summary>
    public ImmutableList<LetterHeader>? Headers { get; init; }

    /// <summary>Attached files; null or empty when there are none.</summary>
    public ImmutableList<LetterAttachment>? Attachments { get; init; }

    /// <inheritdoc/>
    public override string ToString() => "letter";
}

/// <summary>One header, for example <c>List-Unsubscribe</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">One line.</param>
public sealed record LetterHeader(string Name, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => "header of a letter";
}

/// <summary>An attached file.</summary>
/// <param name="Name">The file name.</param>
/// <param name="ContentType">The media type, for example <c>application/pdf</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record LetterAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content)
{
    /// <inheritdoc/>
    public override string ToString() => "attachment of a letter";
}
