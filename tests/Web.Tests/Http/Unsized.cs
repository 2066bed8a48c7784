namespace Actors.Web.Tests.Http;

/// <summary>A body that does not tell its length, so that it is sent in chunks.</summary>
internal sealed class Unsized(byte[] body) : MemoryStream(body)
{
    public override bool CanSeek => false;
}
