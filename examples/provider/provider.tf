terraform {
  required_providers {
    proxlb = { source = "proxlb/proxlb" }
  }
}

# Endpoint and token come from PROXMOX_VE_ENDPOINT and PROXMOX_VE_API_TOKEN, as with the bpg provider.
provider "proxlb" {
  ca_certificate = file(var.ca_file)

  # Holds for every data source and resource, each of which can override single keys.
  policy = {
    methods           = ["memory", "cpu"]
    balanciness       = 10
    ignore_tags       = ["no-balance"]
    maintenance_nodes = []
  }
}

variable "ca_file" {
  type        = string
  description = "Certificate of the authority that signed the cluster's certificate; on a node it is /etc/pve/pve-root-ca.pem."
}

data "proxlb_migration_plan" "this" {}

output "balanced" {
  value = data.proxlb_migration_plan.this.balanced
}
