using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Actors.Core.Configuration;

namespace Actors.Hosting.Tls;

/// <summary>A silo's certificate, and the authority that must have issued every silo's certificate.</summary>
/// <param name="Own">This silo's certificate with its key.</param>
/// <param name="Authority">The only trusted authority; the machine's trust store is ignored.</param>
internal sealed record TlsFiles(X509Certificate2 Own, X509Certificate2 Authority)
{
    private static readonly string[] s_names = ["CLUSTER_TLS_CERT", "CLUSTER_TLS_KEY", "CLUSTER_TLS_CA"];

    /// <summary>Reads the three PEM files; null when none is named.</summary>
    public static TlsFiles? Of(Settings settings)
    {
        var files = s_names.Select(settings.Text).ToArray();
        if (files.All(file => file is null)) return null;
        if (files is [{ } certificate, { } key, { } authority]) return Read(settings, certificate, key, authority);
        settings.Problems.Add(s_names[Array.IndexOf(files, null)], $"is missing: {string.Join(", ", s_names)} must be set together.");
        return null;
    }

    /// <summary>True if the authority issued the certificate and it is valid now.</summary>
    public bool Trusts(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }

    private static TlsFiles? Read(Settings settings, string certificate, string key, string authority)
    {
        try
        {
            return new TlsFiles(X509Certificate2.CreateFromPemFile(certificate, key), X509CertificateLoader.LoadCertificateFromFile(authority));
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            settings.Problems.Add(s_names[0], $"or its key or authority cannot be read: {failure.Message}");
            return null;
        }
    }
}
