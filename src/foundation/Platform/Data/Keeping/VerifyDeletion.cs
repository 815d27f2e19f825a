using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Districts;
using Shuren.Platform.Files;

namespace Shuren.Platform.Data.Keeping;

/// <summary>Holds a certificate of deletion against the database and the file store: nothing that it names is there.</summary>
public sealed class VerifyDeletion(DistrictDirectory districts, INamespaces namespaces, FileStoreOptions files) : IHandler
{
    /// <summary>Looks for what is left.</summary>
    /// <param name="path">The certificate.</param>
    /// <param name="publicPem">The key of whoever signed it; null where nobody did.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The certificate, or <c>CertificateUnreadable</c>, <c>CertificateChanged</c>, <c>CertificateForged</c>, <c>DeletionPlace</c>, <c>DeletionNamespaceLeft</c>, <c>DeletionFilesLeft</c>.</returns>
    public async Task<Outcome<DeletionCertificate>> RunAsync(string path, string? publicPem, CancellationToken ct)
    {
        var read = await DeletionCertificate.ReadAsync(path, ct);
        if (!read.Succeeded)
            return read;
        var certificate = read.Value;
        if (publicPem is not null && !certificate.IsSignedBy(publicPem))
            return new Refusal("CertificateForged", "certificate", path);
        if (certificate.Place != namespaces.Place)
            return new Refusal("DeletionPlace", "database", certificate.Place, namespaces.Place);
        List<Refusal> left = [];
        if ((await namespaces.ListAsync(ct)).Contains(certificate.District) && await IsTheSameAsync(certificate, ct))
            left.Add(new("DeletionNamespaceLeft", "certificate", certificate.District));
        var folder = Path.Combine(files.Folder, certificate.District);
        var named = certificate.Files.ToHashSet(StringComparer.Ordinal);
        if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count(file => named.Contains(Path.GetFileName(file))) is > 0 and var count)
            left.Add(new("DeletionFilesLeft", "certificate", count));
        return left.Count == 0 ? read : left;
    }

    // A namespace without a readable district counts as left; another district that took the code later does not.
    private async Task<bool> IsTheSameAsync(DeletionCertificate certificate, CancellationToken ct)
    {
        if (await districts.FindAsync(certificate.District, ct) is not { } district)
            return true;
        await using var scope = districts.Enter(district, "verify");
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<DistrictRecord>().AnyAsync(one => one.Id == certificate.DistrictId, ct);
    }
}
