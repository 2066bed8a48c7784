using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Actors.Accounts.Rules;

namespace Actors.Accounts.Grains.BackOff;

/// <summary>Spells the keys of back-offs: hashes, since anybody can make them come into being with any text.</summary>
internal static class BackOffGrains
{
    public static IBackOffGrain GetBackOff(this IGrainFactory grains, Identifier identifier) =>
        grains.GetGrain<IBackOffGrain>(Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(identifier.Key))));
}
