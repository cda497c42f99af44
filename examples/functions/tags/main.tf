terraform {
  # Terraform has had functions of providers since 1.8; for OpenTofu, 1.7 is enough.
  required_version = ">= 1.8"

  required_providers {
    proxlb = { source = "proxlb/proxlb" }
  }
}

variable "ca_file" {
  type        = string
  default     = null
  description = "Not needed here: the functions ask no cluster."
}

locals {
  # Two web servers on different nodes, one of them on pve1 or pve2.
  web1_tags = [
    provider::proxlb::anti_affinity_tag("web"),
    provider::proxlb::pin_tag("pve1"),
    provider::proxlb::pin_tag("pve2"),
  ]
  web2_tags = [provider::proxlb::anti_affinity_tag("web")]

  # A database that stays beside its cache, and a licence server that stays where it is.
  shop_tags    = [provider::proxlb::affinity_tag("shop")]
  licence_tags = [provider::proxlb::ignore_tag("dongle")]
}

output "tags" {
  value = { web1 = local.web1_tags, web2 = local.web2_tags, shop = local.shop_tags, licence = local.licence_tags }
}

output "nodes_of_web1" {
  value = provider::proxlb::parse_tags(local.web1_tags).pinned_nodes
}
