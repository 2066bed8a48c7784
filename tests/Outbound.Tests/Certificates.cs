using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Actors.Outbound.Tests;

public sealed class Certificates
{
    [Fact]
    public async Task An_untrusted_certificate_is_unreachable()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=self.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2050, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        await using var app = builder.Build();
        var asked = 0;
        app.Run(_ =>
        {
            asked++;
            return Task.CompletedTask;
        });
        await app.StartAsync();
        var port = new Uri(app.Urls.Single()).Port;

        var answer = await Outgoing.Create(new StubResolver { Otherwise = "127.0.0.1" }, $"self.test:{port}").GetAsync(new Uri($"https://self.test:{port}/"), Outgoing.Once);

        answer.Failure.ShouldBe(OutboundFailure.Unreachable);
        asked.ShouldBe(0);
    }
}
