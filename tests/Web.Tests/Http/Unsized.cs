namespace Actors.Web.Tests.Http;

/// <summary>A body without a length, which is sent in chunks.</summary>
internal sealed class Unsized(byte[] body) : MemoryStream(body)
{
    public override bool CanSeek => false;
}
